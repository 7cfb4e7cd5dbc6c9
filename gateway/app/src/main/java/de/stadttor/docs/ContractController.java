package de.stadttor.docs;

import de.stadttor.pages.ServedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the contracts, byte for byte as they are validated against in the build. */
@RestController
final class ContractController {

    /** RFC 9512. */
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Map<String, ServedFile> contracts = new HashMap<>();

    ContractController(ResourcePatternResolver resources) throws IOException {
        add(resources, "");
        add(resources, "compat/");
    }

    private void add(ResourcePatternResolver resources, String folder) throws IOException {
        for (Resource file : resources.getResources("classpath*:openapi/" + folder + "*.yaml")) {
            contracts.put(folder + file.getFilename(), ServedFile.read(file, YAML));
        }
    }

    @GetMapping("/openapi/{name}.yaml")
    ResponseEntity<byte[]> readContract(@PathVariable String name) {
        return contract(name + ".yaml");
    }

    /** What others have standardized, as far as we speak it. */
    @GetMapping("/openapi/compat/{name}.yaml")
    ResponseEntity<byte[]> readCompatibleContract(@PathVariable String name) {
        return contract("compat/" + name + ".yaml");
    }

    private ResponseEntity<byte[]> contract(String file) {
        ServedFile contract = contracts.get(file);
        if (contract == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return contract.response();
    }
}

package de.stadttor.docs;

import de.stadttor.pages.Banner;
import de.stadttor.pages.ServedFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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

/** The page that shows the contracts: Swagger UI from our own program, under a policy that allows no other origin. */
@RestController
final class ViewerController {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final String OURS = "classpath*:de/stadttor/docs/";
    private static final String SWAGGER_UI = "classpath*:META-INF/resources/webjars/swagger-ui/*/";

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final ServedFile page;
    private final Map<String, ServedFile> files = new HashMap<>();

    ViewerController(ResourcePatternResolver resources, Banner banner) throws IOException {
        page = ServedFile.page(only(resources, OURS + "viewer.html"), banner);
        for (String file : List.of(OURS + "viewer.js", OURS + "viewer.css")) {
            add(only(resources, file));
        }
        for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css")) {
            add(only(resources, SWAGGER_UI + file));
        }
    }

    private static Resource only(ResourcePatternResolver resources, String pattern) throws IOException {
        Resource[] found = resources.getResources(pattern);
        if (found.length != 1) {
            throw new IllegalStateException(pattern + ": " + found.length + " files (expected: 1)");
        }
        return found[0];
    }

    private void add(Resource file) {
        String name = String.valueOf(file.getFilename());
        files.put(name, ServedFile.read(file, name.endsWith(".js") ? SCRIPT : STYLE));
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> showContracts() {
        ResponseEntity<byte[]> response = page.response();
        return ResponseEntity.status(response.getStatusCode())
                .headers(response.getHeaders())
                .header("Content-Security-Policy", POLICY)
                .body(response.getBody());
    }

    @GetMapping("/docs/{file}")
    ResponseEntity<byte[]> readViewerFile(@PathVariable String file) {
        ServedFile found = files.get(file);
        if (found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found.response();
    }

    /** A problem's {@code type} is an address: it leads to the catalogue (RFC 9457, 3.1.1). */
    @GetMapping("/problems/{problem}")
    ResponseEntity<Void> explainProblem() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/docs?contract=common"))
                .build();
    }
}

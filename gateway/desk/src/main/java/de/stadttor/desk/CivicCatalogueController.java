package de.stadttor.desk;

import de.stadttor.civic.CivicAdministration;
import de.stadttor.civic.CivicService;
import de.stadttor.civic.CivicService.Kind;
import de.stadttor.civic.CivicService.Placing;
import de.stadttor.people.Caseworker;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which forms Open311 clients may offer, and what of their requests everybody sees. */
@RestController
@RequestMapping("/api/desk/v1/civic-services")
final class CivicCatalogueController {

    private static final String FILTER = "civic services";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final CivicAdministration services;
    private final Cursors cursors;

    CivicCatalogueController(CivicAdministration services, Cursors cursors) {
        this.services = services;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<CivicServiceView>> listCivicServices(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return Page.of(
                services.list(caseworker, cursors.open(caseworker, FILTER, cursor), limit.oneMore()),
                limit.value(),
                CivicServiceView::of,
                last -> cursors.close(caseworker, FILTER, last.code()));
    }

    @GetMapping("/{code}")
    Mono<ResponseEntity<CivicServiceView>> readCivicService(@PathVariable String code, Caseworker caseworker) {
        return services.read(caseworker, code).map(CivicCatalogueController::answer);
    }

    /** Without {@code If-Match} it must be new. */
    @PutMapping("/{code}")
    Mono<ResponseEntity<CivicServiceView>> decideCivicService(
            @PathVariable String code,
            @Contract("doors.yaml#CivicServiceData") Received<CivicServiceData> data,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        if (!CODE.matcher(code).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "code");
        }
        Long version = IfMatch.versionOrNull(ifMatch);
        return services.decide(caseworker, version, data.value().service(code)).map(CivicCatalogueController::answer);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeCivicService(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return services.remove(caseworker, code, IfMatch.version(ifMatch));
    }

    private static ResponseEntity<CivicServiceView> answer(CivicService service) {
        return ResponseEntity.ok().eTag("\"" + service.version() + "\"").body(CivicServiceView.of(service));
    }

    record CivicServiceData(
            String form,
            boolean shown,
            String group,
            List<String> keywords,
            Map<String, String> descriptions,
            String kind,
            PlacingView placing) {

        CivicService service(String code) {
            return new CivicService(
                    code, form, shown, group, keywords, descriptions, Kind.of(kind), placing.placing(), 1);
        }
    }

    record CivicServiceView(
            String code,
            String form,
            boolean shown,
            String group,
            List<String> keywords,
            Map<String, String> descriptions,
            String kind,
            PlacingView placing,
            long version) {

        static CivicServiceView of(CivicService service) {
            return new CivicServiceView(
                    service.code(),
                    service.form(),
                    service.shown(),
                    service.group(),
                    service.keywords(),
                    service.descriptions(),
                    service.kind().code(),
                    PlacingView.of(service.placing()),
                    service.version());
        }
    }

    record PlacingView(
            @Nullable String address,
            @Nullable String latitude,
            @Nullable String longitude,
            int decimals) {

        static PlacingView of(Placing placing) {
            return new PlacingView(placing.address(), placing.latitude(), placing.longitude(), placing.decimals());
        }

        Placing placing() {
            return new Placing(address, latitude, longitude, decimals);
        }
    }
}

package de.stadttor.citizenapi.zms;

import de.stadttor.appointments.BookableTimes;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.refusal.Refused;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.bodies.StrictJson;
import de.stadttor.web.proofofwork.Challenge;
import de.stadttor.web.proofofwork.ProofOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What can be booked and when. */
@RestController
@RequestMapping("/zms")
final class ZmsCatalogueController {

    private static final String PURPOSE = "zms";

    private final CurrentCatalogue catalogue;
    private final BookableTimes times;
    private final ProofOfWork proofs;
    private final Bodies bodies;
    private final PublicUrl publicUrl;

    ZmsCatalogueController(
            CurrentCatalogue catalogue, BookableTimes times, ProofOfWork proofs, Bodies bodies, PublicUrl publicUrl) {
        this.catalogue = catalogue;
        this.times = times;
        this.proofs = proofs;
        this.bodies = bodies;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/offices-and-services/")
    Mono<ZmsViews.OfficesAndServices> readOfficesAndServices() {
        return catalogue.read().map(ZmsViews.OfficesAndServices::of);
    }

    @GetMapping("/available-calendar/")
    Mono<ZmsCalendar> readAvailableCalendar(@RequestParam MultiValueMap<String, String> given) {
        return Mono.fromSupplier(() -> ZmsQuery.of(given))
                .flatMap(query -> times.find(query.items(), query.offices(), query.from(), query.until())
                        .map(found -> ZmsCalendar.of(query, found)));
    }

    /** No scope asks for one yet. */
    @GetMapping("/captcha-details/")
    CaptchaDetails readCaptchaDetails() {
        return new CaptchaDetails(
                PURPOSE,
                publicUrl.resolve("/zms/captcha-challenge/"),
                publicUrl.resolve("/zms/captcha-verify/"),
                false);
    }

    @GetMapping("/captcha-challenge/")
    Challenge readCaptchaChallenge() {
        return proofs.challenge(PURPOSE);
    }

    /** A wrong solution is no error. */
    @PostMapping("/captcha-verify/")
    Mono<Verified> verifyCaptcha(ServerWebExchange exchange) {
        return bodies.whole(exchange.getRequest())
                .map(StrictJson::read)
                .map(body -> body.path("payload"))
                .map(this::verified);
    }

    private Verified verified(JsonNode payload) {
        if (!payload.isString()) {
            throw new ZmsError(ZmsCode.CAPTCHA_MISSING);
        }
        var headers = new HttpHeaders();
        headers.set(ProofOfWork.HEADER, payload.stringValue());
        try {
            return new Verified(new Meta(true, null), proofs.verified(headers, PURPOSE));
        } catch (Refused _) {
            return new Verified(new Meta(false, "captchaInvalid"), null);
        }
    }

    record CaptchaDetails(String siteKey, String captchaChallenge, String captchaVerify, boolean captchaEnabled) {}

    record Meta(boolean success, @Nullable String error) {}

    /** @param data what names the work that was done; null for none */
    record Verified(Meta meta, @Nullable String data) {}
}

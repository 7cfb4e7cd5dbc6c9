package de.stadttor.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Pages for people. They load nothing from elsewhere, and a policy sees to it. */
@RestController
public final class PageController {

    /** For every page of ours. */
    public static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    /** What pages load, wherever they stand. */
    private static final List<String> FILES = List.of(
            "chat-end.js",
            "chat-link.js",
            "chat-log.js",
            "chat-outbox.js",
            "chat-page.js",
            "chat-talk.js",
            "chat-write.js",
            "desk-api.js",
            "desk-chat-api.js",
            "desk-chat-desk.js",
            "desk-chat-files.js",
            "desk-chat-lists.js",
            "desk-chat-ready.js",
            "desk-chat-room.js",
            "desk-chat-texts.js",
            "desk-chat.css",
            "desk-chat.js",
            "desk-login.js",
            "elements.js",
            "fall.js",
            "form-controls.js",
            "form-fields.js",
            "form-rules.js",
            "form-texts.js",
            "form-view.js",
            "formulare-api.js",
            "formulare-definition.js",
            "formulare-editor.js",
            "formulare-fields.js",
            "formulare-inputs.js",
            "formulare-list.js",
            "formulare-preview.js",
            "formulare-settings.js",
            "formulare-texts.js",
            "formulare.css",
            "formulare.js",
            "formular-draft.js",
            "formular-proof.js",
            "formular-receipt.js",
            "formular-sending.js",
            "formular-texts.js",
            "formular.css",
            "formular.js",
            "proof-search.js",
            "proof-worker.js",
            "proof.js",
            "stadttor.css",
            "widerspruch.js");

    private final Map<String, ServedFile> files;
    private final ServedFile fall;
    private final ServedFile objection;
    private final ServedFile form;

    PageController(Banner banner) {
        this.fall = ServedFile.page(new ClassPathResource("fall.html", PageController.class), banner);
        this.objection = ServedFile.page(new ClassPathResource("widerspruch.html", PageController.class), banner);
        this.form = ServedFile.page(new ClassPathResource("formular.html", PageController.class), banner);
        this.files = FILES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), PageController::read));
    }

    /** Until the portal is there, the front door leads to the demo. */
    @GetMapping("/")
    ResponseEntity<Void> enter() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/demo"))
                .build();
    }

    /** An anonymous case: the secret behind {@code #} never leaves the browser but for its exchange. */
    @GetMapping("/fall")
    ResponseEntity<byte[]> showCase() {
        return page(fall);
    }

    /** Undoes the claim of an anonymous case by one tap: opening the page alone does nothing. */
    @GetMapping("/widerspruch")
    ResponseEntity<byte[]> showObjection() {
        return page(objection);
    }

    /** Any form: the page asks which one it is, and whether there is one. */
    @GetMapping("/formular/{form}")
    ResponseEntity<byte[]> showForm() {
        return page(form);
    }

    @GetMapping("/pages/{file}")
    ResponseEntity<byte[]> readPageFile(@PathVariable String file) {
        ServedFile found = files.get(file);
        if (found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found.response();
    }

    /** A page under our policy. */
    public static ResponseEntity<byte[]> page(ServedFile file) {
        return page(file, "");
    }

    /** @param origin where its scripts may connect to besides us, after a blank; empty for nowhere */
    static ResponseEntity<byte[]> page(ServedFile file, String origin) {
        var response = file.response();
        return ResponseEntity.ok()
                .headers(response.getHeaders())
                .header("Content-Security-Policy", POLICY.replace("connect-src 'self'", "connect-src 'self'" + origin))
                .header("Referrer-Policy", "no-referrer")
                .body(response.getBody());
    }

    private static ServedFile read(String name) {
        String subtype = name.endsWith(".js") ? "javascript" : "css";
        var mediaType = new MediaType("text", subtype, StandardCharsets.UTF_8);
        return ServedFile.read(new ClassPathResource(name, PageController.class), mediaType);
    }
}

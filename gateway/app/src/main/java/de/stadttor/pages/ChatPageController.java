package de.stadttor.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The chat's window, as a page of ours and as the module that any page embeds. */
@RestController
final class ChatPageController {

    private static final JoinedModule WINDOW = new JoinedModule(List.of(
            "elements.js",
            "proof-search.js",
            "proof.js",
            "chat-texts.js",
            "chat-style.js",
            "chat-kept.js",
            "chat-tabs.js",
            "chat-link.js",
            "chat-files.js",
            "chat-outbox.js",
            "chat-talk.js",
            "chat-session.js",
            "chat-availability.js",
            "chat-log.js",
            "chat-start.js",
            "chat-state.js",
            "chat-write.js",
            "chat-end.js",
            "chat-ending.js",
            "chat-view.js",
            "stadttor-chat.js"));

    private final ServedFile page;
    private final ServedFile module;

    ChatPageController(Banner banner) {
        this.page = ServedFile.page(new ClassPathResource("chat.html", ChatPageController.class), banner);
        this.module = ServedFile.text(new MediaType("text", "javascript", StandardCharsets.UTF_8), WINDOW.source());
    }

    @GetMapping("/chat")
    ResponseEntity<byte[]> showChat() {
        return PageController.page(page);
    }

    /** Pages of the city's other sites load it too: browsers ask for leave to read a module from elsewhere. */
    @GetMapping("/chat/stadttor-chat.js")
    ResponseEntity<byte[]> readChatModule() {
        var response = module.response();
        return ResponseEntity.ok()
                .headers(response.getHeaders())
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(response.getBody());
    }
}

package de.stadttor.pages;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages for people at the desk. They show nothing by themselves: all data comes by the desk's API, with a token. */
@RestController
final class DeskPageController {

    private final DeskLogin login;
    private final ServedFile forms;
    private final ServedFile chats;

    DeskPageController(Banner banner, DeskLogin login) {
        this.login = login;
        this.forms = ServedFile.page(new ClassPathResource("formulare.html", DeskPageController.class), banner);
        this.chats = ServedFile.page(new ClassPathResource("desk-chat.html", DeskPageController.class), banner);
    }

    @GetMapping("/desk/formulare")
    ResponseEntity<byte[]> showForms() {
        return PageController.page(forms, login.origin());
    }

    @GetMapping("/desk/chat")
    ResponseEntity<byte[]> showChats() {
        return PageController.page(chats, login.origin());
    }

    @GetMapping("/desk/login.json")
    DeskLogin readDeskLogin() {
        return login;
    }
}

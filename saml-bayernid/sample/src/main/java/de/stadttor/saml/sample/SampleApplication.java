package de.stadttor.saml.sample;

import de.stadttor.saml.citizen.Datum;
import de.stadttor.saml.web.CitizenAuthentication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything demands a login, because nothing else is said: see {@code application.yaml} for the ten lines. */
@SpringBootApplication
@RestController
public class SampleApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    /** Greets whoever logged in. */
    @GetMapping("/")
    String greet(CitizenAuthentication citizen) {
        var login = citizen.login();
        String name = login.citizen().surname().map(Datum::value).orElse("?");
        return "Guten Tag, " + name + "! Vertrauensniveau: " + login.level().lowerCase();
    }
}

package de.stadttor.oauth;

import de.stadttor.GatewayApplication;
import de.stadttor.gateway.OwnPort;
import de.stadttor.gateway.TestHome;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole program at an address that it knows itself, started once for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "stadttor.demo.smtp-port=0")
@ContextConfiguration(initializers = {TestHome.class, OwnPort.class})
@Import(DemoApp.class)
@ActiveProfiles("test")
public @interface OAuthTest {}

package de.stadttor.reliability;

import de.stadttor.gateway.GatewayTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A test against a program of its own that waits two seconds where it usually waits thirty, and five instead of ten.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@GatewayTest
@TestPropertySource(properties = {"stadttor.web.read-patience=2s", "stadttor.web.first-word=5s"})
@interface Impatient {}

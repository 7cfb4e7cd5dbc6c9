package de.stadttor.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a {@link Received} parameter: the schema that the body must fit, such as {@code citizen.yaml#NewMessage}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contract {

    /** File of the contract and name of the schema in it. */
    String value();
}

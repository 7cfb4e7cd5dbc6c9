package de.stadttor.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A test of the store's own beans on a real MariaDB, which is started once for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringJUnitConfig(classes = StoreBeans.class, initializers = StoreHome.class)
public @interface StoreTest {}

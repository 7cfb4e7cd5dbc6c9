package de.stadttor.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * What is shipped: neither test classes nor the jar of contracts and fixtures that the core gives to other tests. The
 * SAML library is a guest in the house, with rules and tests of its own.
 */
public final class ShippedClasses implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/test-classes/")
                && !location.contains("-tests.jar")
                && !location.contains("/de/stadttor/saml/");
    }
}

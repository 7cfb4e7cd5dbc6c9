package de.stadttor.web.bodies;

/** Schemas for tests of other packages. */
public final class TestSchemas {

    private TestSchemas() {}

    public static Schemas schemas() {
        return new Schemas();
    }
}

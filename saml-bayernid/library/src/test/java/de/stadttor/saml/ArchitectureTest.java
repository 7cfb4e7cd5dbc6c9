package de.stadttor.saml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "de.stadttor.saml", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyOnePackageKnowsOpenSaml = noClasses()
            .that()
            .resideOutsideOfPackages("de.stadttor.saml.opensaml", "de.stadttor.saml.testidp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.opensaml..",
                    "net.shibboleth..",
                    "org.apache.xml.security..",
                    "org.w3c.dom..",
                    "org.xml.sax..");

    @ArchTest
    static final ArchRule nothingKnowsServlets =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("javax.servlet..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule nothingKnowsTheTestProvider = noClasses()
            .that()
            .resideOutsideOfPackage("de.stadttor.saml.testidp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.stadttor.saml.testidp..");

    @ArchTest
    static final ArchRule theTestProviderSharesNothingWithUs = noClasses()
            .that()
            .resideInAPackage("de.stadttor.saml.testidp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "de.stadttor.saml",
                    "de.stadttor.saml.citizen..",
                    "de.stadttor.saml.login..",
                    "de.stadttor.saml.metadata..",
                    "de.stadttor.saml.opensaml..",
                    "de.stadttor.saml.outcome..",
                    "de.stadttor.saml.profile..",
                    "de.stadttor.saml.response..",
                    "de.stadttor.saml.web..",
                    "org.opensaml..");

    @ArchTest
    static final ArchRule httpStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "de.stadttor.saml.web..", "de.stadttor.saml.autoconfigure..", "de.stadttor.saml.testidp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().assignedFrom(new WholePackages()).should().beFreeOfCycles();

    /** Every package is a slice, the root package included. */
    private static final class WholePackages implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith("de.stadttor.saml")
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}

package de.stadttor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.origin;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.reactivestreams.Publisher;

/** The directions of design and the manners of Reactor, as rules that the build keeps. */
@AnalyzeClasses(packages = "de.stadttor", importOptions = ShippedClasses.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "de.stadttor.appointments..",
        "de.stadttor.calendar..",
        "de.stadttor.calls..",
        "de.stadttor.chats..",
        "de.stadttor.civic..",
        "de.stadttor.events..",
        "de.stadttor.files..",
        "de.stadttor.forms..",
        "de.stadttor.grants..",
        "de.stadttor.guests..",
        "de.stadttor.idempotency..",
        "de.stadttor.intake..",
        "de.stadttor.letters..",
        "de.stadttor.live..",
        "de.stadttor.logins..",
        "de.stadttor.machines..",
        "de.stadttor.mailboxes..",
        "de.stadttor.mandates..",
        "de.stadttor.outbox..",
        "de.stadttor.people..",
        "de.stadttor.privacy..",
        "de.stadttor.shapes..",
        "de.stadttor.sharing..",
        "de.stadttor.reactions..",
        "de.stadttor.refusal..",
        "de.stadttor.seals..",
        "de.stadttor.sessions..",
        "de.stadttor.signing..",
        "de.stadttor.sorting..",
        "de.stadttor.teams..",
        "de.stadttor.ticketing.."
    };

    @ArchTest
    static final ArchRule featuresFormNoCycle =
            slices().matching("de.stadttor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule storesFormNoCycle =
            slices().matching("de.stadttor.store.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule channelsDoNotKnowEachOther =
            slices().matching("de.stadttor.channels.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule leavesDoNotKnowEachOther = slices().matching(
                    "de.stadttor.(channels|citizenapi|desk|documents|identity|store)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule theCoreKnowsTheJdkReactorAndJSpecifyOnly = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CORE)
                    .or(resideInAnyPackage(
                            "java..", "javax.crypto..", "reactor..", "org.reactivestreams..", "org.jspecify..")));

    @ArchTest
    static final ArchRule webKnowsNoStore = noClasses()
            .that()
            .resideInAPackage("de.stadttor.web..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("de.stadttor.store..", "de.stadttor.channels..", "de.stadttor.desk.."));

    @ArchTest
    static final ArchRule onlyIdentityKnowsTheSamlLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("de.stadttor.identity..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("de.stadttor.saml..").and(resideOutsideOfPackage("de.stadttor.saml.testidp..")));

    @ArchTest
    static final ArchRule onlyTheDemoKnowsTheTestProvider = noClasses()
            .that()
            .resideOutsideOfPackage("de.stadttor.demo..")
            .should()
            .dependOnClassesThat(resideInAPackage("de.stadttor.saml.testidp.."));

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("block(First|Last|Optional)?|subscribe|toFuture|toIterable|toStream"))
                    .and(target(owner(assignableTo(Publisher.class))))
                    .and(not(origin(owner(nameMatching("de\\.stadttor\\.wiring\\.Running"))))))
            .because("only the HTTP server and the one runner of the program subscribe");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper");
}

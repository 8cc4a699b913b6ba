package net.ratonet.relay.scene;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import net.ratonet.shared.flow.Ticker;
import org.junit.jupiter.api.Test;

final class PurityTest {

    @Test
    void judgesAndDirectsWithoutSocketClockThreadOrLogger() {
        var classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("net.ratonet.relay.health", "net.ratonet.relay.scene");

        noClasses()
                .that()
                .resideInAnyPackage("net.ratonet.relay.health", "net.ratonet.relay.scene")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.net..", "java.util.concurrent..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Thread.class,
                        Ticker.class,
                        java.time.Clock.class,
                        java.time.InstantSource.class)
                .because("a decision is a function of what it is told")
                .check(classes);
    }
}

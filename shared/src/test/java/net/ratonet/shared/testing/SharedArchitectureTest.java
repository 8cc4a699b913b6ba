package net.ratonet.shared.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.Executor;
import net.ratonet.shared.flow.Ticker;
import org.junit.jupiter.api.Test;

/// `shared` holds values and decisions, so that both programs can use all of it in virtual time
/// with nothing to open and nothing to close.
final class SharedArchitectureTest {

    /// Types of the input and output packages that open nothing.
    private static final Set<String> VALUES =
            Set.of("java.io.Serializable", "java.net.URI", "java.nio.file.Path");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("net.ratonet.shared");

    @Test
    void keepsToItsPackageTable() {
        PackageTable.of("net.ratonet.shared")
                .row("flow")
                .mayUseNothing()
                .row("settings")
                .mayUseNothing()
                .row("srt")
                .mayUseNothing()
                .row("srtla")
                .mayUseNothing()
                .row("telemetry")
                .mayUseNothing()
                .row("wire")
                .mayUse("telemetry")
                .restrict("tools.jackson..")
                .to("wire")
                .check();
    }

    @Test
    void opensNoSocketAndNoFile() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.net..",
                                        "java.io..",
                                        "java.nio.file..",
                                        "java.nio.channels..")
                                .and(describe("open something", SharedArchitectureTest::opens)))
                .because("shared knows no socket and no file: take text or bytes as an argument")
                .check(CLASSES);
    }

    @Test
    void startsNoThreadAndHoldsNoLock() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        assignableTo(Thread.class)
                                .or(assignableTo(Executor.class))
                                .or(resideInAnyPackage("java.util.concurrent.locks..")))
                .because("shared knows no thread: say what to do and let the caller do it")
                .check(CLASSES);
    }

    @Test
    void readsNoClockExceptBehindTicker() {
        noClasses()
                .that(DescribedPredicate.not(assignableTo(Ticker.class)))
                .should()
                .accessTargetWhere(describe("asks for the time", SharedArchitectureTest::asksTime))
                .because("time is an argument: take a Ticker or an InstantSource")
                .check(CLASSES);
    }

    @Test
    void writesNoLog() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "java.util.logging..")
                                .or(assignableTo(System.Logger.class))
                                .or(assignableTo(PrintStream.class)))
                .because("shared does not log: return what happened as a value")
                .check(CLASSES);
    }

    private static boolean opens(JavaClass type) {
        return !VALUES.contains(type.getName()) && !type.isAssignableTo(Throwable.class);
    }

    private static boolean asksTime(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getTarget().getName()) {
            case "nanoTime", "currentTimeMillis" -> true;
            case "now" -> owner.getPackageName().startsWith("java.time");
            case "system", "systemUTC", "systemDefaultZone" ->
                    owner.getPackageName().startsWith("java.time")
                            || owner.isAssignableTo(Ticker.class);
            default -> false;
        };
    }
}

package net.ratonet.shared.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which package of a program may use which others, written as a table and held against the
/// compiled classes; everybody may use `shared`. A row covers a package and all below it. For one
/// test on one thread.
public final class PackageTable {

    /// The row name of classes that live in the root package itself.
    private static final String ROOT = "(root)";

    private final String root;
    private final Map<String, PackageRow> rows = new LinkedHashMap<>();
    private final List<LibraryRule> libraryRules = new ArrayList<>();

    private PackageTable(String root) {
        this.root = root;
    }

    /// An empty table for all packages below `root`, for example `net.ratonet.relay`.
    public static PackageTable of(String root) {
        return new PackageTable(root);
    }

    /// Begins the row of the package `name` directly below the root.
    public RowStep row(String name) {
        return new RowStep(name);
    }

    /// Begins the row of the classes in the root package itself.
    public RowStep rootRow() {
        return new RowStep(ROOT);
    }

    /// Begins a rule that keeps a library, for example `io.javalin..`, in a few packages. Those
    /// packages need not exist yet. A library that was relocated next to our programs is one all
    /// the same.
    public LibraryStep restrict(String... packagePatterns) {
        return new LibraryStep(List.of(packagePatterns));
    }

    /// Fails with every breach of the table in the program's classes, without its tests.
    public void check() {
        check(
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root));
    }

    void check(JavaClasses imported) {
        var classes = imported.that(resideInAPackage(root + ".."));
        var breaches =
                Stream.of(
                                packagesWithoutRow(classes),
                                namesWithoutPackage(classes),
                                forbiddenUses(classes),
                                cycles(classes),
                                libraryRules.stream().flatMap(rule -> rule.breaches(this, classes)))
                        .flatMap(breach -> breach)
                        .toList();
        if (!breaches.isEmpty()) {
            throw new AssertionError(
                    breaches.stream()
                            .collect(
                                    joining(
                                            "\n- ",
                                            "The package table of " + root + " is broken:\n- ",
                                            "")));
        }
    }

    /// The row that a class of this program belongs to.
    String rowOf(JavaClass type) {
        var below = type.getPackageName().substring(root.length());
        return below.isEmpty() ? ROOT : below.substring(1).split("\\.", 2)[0];
    }

    private Stream<String> packagesWithoutRow(JavaClasses classes) {
        return classes.stream()
                .map(this::rowOf)
                .distinct()
                .filter(name -> !rows.containsKey(name))
                .sorted()
                .map(name ->
                        ("package '%s' has no row: add one that says what it may use, and a"
                                        + " sentence to docs/architecture.md")
                                .formatted(name));
    }

    private Stream<String> namesWithoutPackage(JavaClasses classes) {
        var present = classes.stream().map(this::rowOf).toList();
        return rows.values().stream()
                .flatMap(PackageRow::names)
                .distinct()
                .filter(name -> !present.contains(name))
                .map(name ->
                        "the table names '%s', but no class lives there: correct or remove it"
                                .formatted(name));
    }

    private Stream<String> forbiddenUses(JavaClasses classes) {
        var firstUses = new TreeMap<String, String>();
        classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> isForbidden(rowOf(use.getOriginClass()), targetOf(use)))
                .forEach(use -> firstUses.putIfAbsent(forbidden(use), use.getDescription()));
        return firstUses.entrySet().stream().map(use -> use.getKey() + "\n    " + use.getValue());
    }

    private boolean isForbidden(String row, JavaClass target) {
        var name = target.getPackageName();
        if (isWithin(root, name)) {
            var used = rowOf(target);
            return !used.equals(row) && rows.containsKey(row) && !rows.get(row).allows(used);
        }
        return isWithin(family(), name)
                && !isWithin(family() + ".shared", name)
                && libraryRules.stream().noneMatch(rule -> rule.covers(target));
    }

    private String forbidden(Dependency use) {
        var row = rowOf(use.getOriginClass());
        var target = targetOf(use);
        var who = "'%s' may not use ".formatted(row);
        return isWithin(root, target.getPackageName())
                ? who
                        + "'%s': let main hand over what it needs, or widen the row and say why in docs/architecture.md"
                                .formatted(rowOf(target))
                : who
                        + "%s, a class of another program: only shared is common to all"
                                .formatted(target.getName());
    }

    private Stream<String> cycles(JavaClasses classes) {
        return slices()
                .assignedFrom(new EachPackage(root))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails()
                .stream()
                .map(cycle ->
                        "packages go round in a circle: turn one use into an interface that the"
                                + " user owns\n    "
                                + cycle);
    }

    /// The package above the root: what else lies in it are other programs of ours.
    private String family() {
        return root.substring(0, root.lastIndexOf('.'));
    }

    static JavaClass targetOf(Dependency use) {
        return use.getTargetClass().getBaseComponentType();
    }

    private static boolean isWithin(String outer, String packageName) {
        return packageName.equals(outer) || packageName.startsWith(outer + ".");
    }

    /// A row that still lacks its right-hand side.
    public final class RowStep {

        private final String name;

        private RowStep(String name) {
            this.name = name;
        }

        public PackageTable mayUse(String... others) {
            return add(new PackageRow.Some(name, List.of(others)));
        }

        public PackageTable mayUseNothing() {
            return mayUse();
        }

        public PackageTable mayUseAll() {
            return add(new PackageRow.All(name));
        }

        private PackageTable add(PackageRow row) {
            if (rows.putIfAbsent(name, row) != null) {
                throw new IllegalArgumentException("two rows for '" + name + "'");
            }
            return PackageTable.this;
        }
    }

    /// A library rule that still lacks its packages.
    public final class LibraryStep {

        private final List<String> patterns;

        private LibraryStep(List<String> patterns) {
            this.patterns = patterns;
        }

        public PackageTable to(String... names) {
            libraryRules.add(new LibraryRule(patterns, List.of(names)));
            return PackageTable.this;
        }
    }

    private record EachPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isWithin(root, type.getPackageName())
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + root;
        }
    }
}

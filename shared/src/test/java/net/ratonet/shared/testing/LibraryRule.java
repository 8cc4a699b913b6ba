package net.ratonet.shared.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatchers;
import java.util.List;
import java.util.stream.Stream;

/// Keeps a library in the few packages that are there to wrap it.
record LibraryRule(List<String> patterns, List<String> homes) {

    Stream<String> breaches(PackageTable table, JavaClasses classes) {
        return classes.stream()
                .filter(type -> !homes.contains(table.rowOf(type)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> covers(PackageTable.targetOf(use)))
                .map(use -> breach(table.rowOf(use.getOriginClass()), use))
                .distinct()
                .sorted();
    }

    /// Whether a class is of this library.
    boolean covers(JavaClass type) {
        return PackageMatchers.of(patterns).test(type.getPackageName());
    }

    private String breach(String row, Dependency use) {
        return "'%s' uses %s, which belongs to %s only: put an interface of ours before it\n    %s"
                .formatted(
                        row,
                        String.join(", ", patterns),
                        homes.isEmpty() ? "no package" : String.join(", ", homes),
                        use.getDescription());
    }
}

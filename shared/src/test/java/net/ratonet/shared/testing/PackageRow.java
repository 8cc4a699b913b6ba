package net.ratonet.shared.testing;

import java.util.List;
import java.util.stream.Stream;

/// What one package of a table may use.
sealed interface PackageRow {

    String name();

    boolean allows(String other);

    /// Every package that the row speaks of.
    Stream<String> names();

    record Some(String name, List<String> others) implements PackageRow {
        @Override
        public boolean allows(String other) {
            return others.contains(other);
        }

        @Override
        public Stream<String> names() {
            return Stream.concat(Stream.of(name), others.stream());
        }
    }

    record All(String name) implements PackageRow {
        @Override
        public boolean allows(String other) {
            return true;
        }

        @Override
        public Stream<String> names() {
            return Stream.of(name);
        }
    }
}

package net.ratonet.relay.main;

import java.util.Optional;

/// The version that the build wrote into the jar.
final class RelayVersion {

    private RelayVersion() {}

    static String text() {
        return Optional.ofNullable(RelayVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}

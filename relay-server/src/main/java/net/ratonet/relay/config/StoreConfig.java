package net.ratonet.relay.config;

import java.nio.file.Path;
import java.time.Duration;

/// What is kept on disk and for how long.
public record StoreConfig(Path database, boolean autoApprove, Duration historyRetention) {}

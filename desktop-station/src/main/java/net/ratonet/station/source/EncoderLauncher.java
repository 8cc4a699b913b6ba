package net.ratonet.station.source;

import java.io.IOException;
import java.util.function.Consumer;

/// Starts encoder processes.
@FunctionalInterface
public interface EncoderLauncher {

    /// Starts one and gives it its job.
    ///
    /// @param events is told every report and, last and once, the end; on any thread
    EncoderProcess launch(EncoderJob job, Consumer<EncoderEvent> events) throws IOException;
}

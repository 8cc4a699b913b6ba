package net.ratonet.relay.output.rtmp;

import java.time.Duration;
import net.ratonet.shared.telemetry.Bitrate;

/// How one destination does at this moment.
///
/// @param id by which to start and stop it
/// @param address without the key
/// @param inPhase for how long
/// @param bytes sent on the connection of now, or the last one
/// @param droppedBytes that this destination was too slow for, on that connection
/// @param attempt the number of failures in a row
/// @param untilRetry zero unless it waits
public record OutputStatus(
        String id,
        String platform,
        String address,
        OutputPhase phase,
        Reason reason,
        Duration inPhase,
        long bytes,
        Bitrate bitrate,
        long droppedBytes,
        int attempt,
        Duration untilRetry) {

    OutputStatus with(Reason other) {
        return new OutputStatus(
                id,
                platform,
                address,
                phase,
                other,
                inPhase,
                bytes,
                bitrate,
                droppedBytes,
                attempt,
                untilRetry);
    }
}

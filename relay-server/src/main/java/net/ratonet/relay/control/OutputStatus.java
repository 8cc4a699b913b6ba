package net.ratonet.relay.control;

import java.time.Duration;
import net.ratonet.shared.telemetry.Bitrate;

/// How one output does.
///
/// @param number from 1
/// @param address without the key
/// @param state one word: stopped, idle, connecting, live, waiting
/// @param reason in plain words, without any key; empty where the state says it all
/// @param lostBytes that it was too slow for
/// @param since how long it has been so
public record OutputStatus(
        int number,
        String platform,
        String address,
        String state,
        String reason,
        Bitrate bitrate,
        long sentBytes,
        long lostBytes,
        int restarts,
        Duration since) {

    public boolean isLive() {
        return state.equals("live");
    }
}

package net.ratonet.relay.control;

/// How much of the room for recordings is used.
public record RecordingRoom(long usedBytes, long quotaBytes) {

    private static final double NEARLY_FULL = 0.9;

    public boolean isNearlyFull() {
        return quotaBytes > 0 && usedBytes >= NEARLY_FULL * quotaBytes;
    }
}

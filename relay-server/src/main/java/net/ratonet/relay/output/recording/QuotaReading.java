package net.ratonet.relay.output.recording;

/// How much recordings take of what they may.
public record QuotaReading(long usedBytes, long quotaBytes) {

    private static final double NEARLY = 0.9;
    private static final double AGAIN_FAR = 0.8;

    /// Soon, or already, the oldest files go to make room for new ones.
    public boolean isNearlyFull() {
        return usedBytes >= NEARLY * quotaBytes;
    }

    /// Far enough from the limit that coming near again is news.
    boolean isFarFromFull() {
        return usedBytes < AGAIN_FAR * quotaBytes;
    }
}

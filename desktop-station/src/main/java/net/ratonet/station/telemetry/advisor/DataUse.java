package net.ratonet.station.telemetry.advisor;

/// How much of a link's data plan is used.
public record DataUse(long usedBytes, long capBytes) {

    public DataUse {
        if (usedBytes < 0 || capBytes <= 0) {
            throw new IllegalArgumentException(
                    "a budget needs a cap: " + usedBytes + " of " + capBytes);
        }
    }

    double usedPercent() {
        return 100.0 * usedBytes / capBytes;
    }
}

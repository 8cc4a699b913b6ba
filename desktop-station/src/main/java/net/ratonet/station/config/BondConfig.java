package net.ratonet.station.config;

import java.util.List;
import net.ratonet.shared.telemetry.Bitrate;

/// How the links are bonded, and who sets the bitrate.
///
/// @param algorithm one of rato, belabox, fast, slow; off = the bitrate stays as it was set
/// @param floor the lowest bitrate of the picture
/// @param plainPort the relay's port for SRT, taken when nobody answers SRTLA; 0 = never
/// @param budgets data plans of links
public record BondConfig(
        String algorithm, Bitrate floor, int latencyMs, int plainPort, List<DataPlan> budgets) {

    public BondConfig {
        budgets = List.copyOf(budgets);
    }

    public boolean isAdaptive() {
        return !algorithm.equals("off");
    }
}

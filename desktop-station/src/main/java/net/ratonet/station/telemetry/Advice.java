package net.ratonet.station.telemetry;

/// One thing that the streamer should know or do, for as long as it holds.
///
/// @param code what it is, the same in every language
/// @param subject what it is about: a link, two links, the station
/// @param english what happened and what to do
/// @param portuguese the same
public record Advice(
        String code, Severity severity, String subject, String english, String portuguese) {

    /// How soon to act, mildest first.
    public enum Severity {
        HINT,
        WARNING,
        ALARM
    }
}

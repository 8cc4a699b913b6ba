package net.ratonet.relay.output.rtmp;

/// What keeps a stream from a platform.
public sealed interface OutputTrouble {

    record UnknownHost(String host) implements OutputTrouble {}

    /// The relay may not be sent there.
    record OutOfReach(String host) implements OutputTrouble {}

    record NoAnswer(String host) implements OutputTrouble {}

    record ConnectionRefused(String host) implements OutputTrouble {}

    record NotEncrypted(String host, String detail) implements OutputTrouble {}

    record NotRtmp(String host) implements OutputTrouble {}

    /// In the platform's own words, without the key.
    record RefusedByPlatform(String words) implements OutputTrouble {}

    /// In the platform's own words, without the key.
    record KeyRefused(String words) implements OutputTrouble {}

    /// It hung up as soon as it had read the key, without a word.
    record HungUpOnKey() implements OutputTrouble {}

    /// In the platform's own words, which may be none.
    record EndedByPlatform(String words) implements OutputTrouble {}

    record ConnectionLost() implements OutputTrouble {}

    record TooSlow() implements OutputTrouble {}

    record CodecNotTaken(String codec) implements OutputTrouble {}

    /// The stream goes on in another format, which needs a connection of its own.
    record FormatChanged(String before, String now) implements OutputTrouble {}

    /// A mistake of the relay's own.
    record Bug() implements OutputTrouble {}

    /// Trying again soon would not help.
    default boolean isLasting() {
        return switch (this) {
            case KeyRefused _,
                    HungUpOnKey _,
                    CodecNotTaken _,
                    OutOfReach _,
                    NotEncrypted _,
                    Bug _ ->
                    true;
            case UnknownHost _,
                    NoAnswer _,
                    ConnectionRefused _,
                    NotRtmp _,
                    RefusedByPlatform _,
                    EndedByPlatform _,
                    ConnectionLost _,
                    TooSlow _,
                    FormatChanged _ ->
                    false;
        };
    }

    default Reason reason() {
        return OutputTexts.of(this);
    }
}

package net.ratonet.relay.ingest.srt;

/// Why a call is over.
enum CallEnd {
    PEER_LEFT("it said goodbye"),
    PEER_SILENT("nothing more came from it"),
    CHILD_ENDED("the relay's FFmpeg for it ended"),
    NEVER_BEGAN("the relay's FFmpeg for it did not start"),
    WITHDRAWN("ended by the relay"),
    BEGAN_ANEW("it connected anew");

    private final String sentence;

    CallEnd(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}

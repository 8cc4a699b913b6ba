package net.ratonet.relay.config;

/// The language of sentences that go out without anybody having asked for one.
public enum Language {
    PORTUGUESE("pt"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

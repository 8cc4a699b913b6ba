package net.ratonet.relay.telemetry;

/// Who hears of a streamer: those who may know everything, the world, and the keepers of notes.
record Audience(
        Listeners<BoardEvent> trusted, Listeners<BoardEvent> world, Listeners<FieldNote> notes) {

    Audience() {
        this(new Listeners<>(), new Listeners<>(), new Listeners<>());
    }
}

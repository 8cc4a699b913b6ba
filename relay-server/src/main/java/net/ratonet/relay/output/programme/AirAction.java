package net.ratonet.relay.output.programme;

/// What is to be done with the chunk that came, or with the programme.
enum AirAction {
    /// A run of the field begins with the oldest chunk that is kept, or else with this one.
    BEGIN,
    /// What is kept, if anything, and then this chunk, go out.
    PASS,
    /// This chunk may be needed.
    KEEP,
    /// What is kept is not needed.
    FORGET,
    /// The slate takes the field's place.
    COVER,
    /// The last picture stays.
    STAY,
    /// The programme is over.
    FINISH
}

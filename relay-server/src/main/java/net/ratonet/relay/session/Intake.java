package net.ratonet.relay.session;

/// Where one publisher's stream goes in. One thread writes; any thread may close or ask.
public interface Intake extends AutoCloseable {

    /// Any piece of MPEG-TS, cut anywhere. The bytes may be used again when this returns.
    void write(byte[] bytes, int offset, int length);

    /// How the network under it does; about once a second.
    void network(NetworkStatistics statistics);

    /// False once another publisher has taken its place, or the streamer or an admin has ended it.
    boolean isOpen();

    /// Told once when [#isOpen] becomes false by somebody else; only to be handed on.
    void onTakenAway(Runnable listener);

    @Override
    void close();
}

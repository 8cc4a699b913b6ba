package net.ratonet.relay.session.ts;

/// Takes MPEG-TS; the bytes may be used again when it returns.
@FunctionalInterface
public interface TsSink {

    void write(byte[] bytes, int offset, int length);
}

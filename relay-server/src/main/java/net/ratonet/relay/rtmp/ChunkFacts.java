package net.ratonet.relay.rtmp;

/// What a chunk says, or leaves as it was in the chunk before.
///
/// @param time of the message
/// @param field as it last stood in a header: a time after format 0, else a difference
/// @param extended whether the field took four bytes more
record ChunkFacts(
        long time, long field, boolean extended, int length, int type, int messageStream) {

    static final ChunkFacts NONE = new ChunkFacts(0, 0, false, 0, 0, 0);

    private static final long MASK = 0xFFFF_FFFFL;

    ChunkFacts {
        time &= MASK;
        field &= MASK;
    }

    ChunkFacts with(ChunkHeader header, long newField) {
        var isTimeOnly = header.format() == 2;
        return new ChunkFacts(
                header.format() == 0 ? newField : time + newField,
                newField,
                header.timeField() == ChunkHeader.EXTENDED,
                isTimeOnly ? length : header.length(),
                isTimeOnly ? type : header.type(),
                header.format() == 0 ? header.messageStream() : messageStream);
    }

    /// The same once more, as much later as before.
    ChunkFacts repeated() {
        return new ChunkFacts(time + field, field, extended, length, type, messageStream);
    }
}

package net.ratonet.relay.account;

/// A station's key when it is made, which is the only time that it can be read.
public record NewStationKey(StationKey kept, String key) {

    @Override
    public String toString() {
        return "NewStationKey[%s]".formatted(kept);
    }
}

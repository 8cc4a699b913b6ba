package net.ratonet.station.main;

/// Entry point.
public final class StationMain {

    private StationMain() {}

    public static void main(String[] args) {
        System.out.println("station");
    }
}

package net.ratonet.relay.main;

/// Entry point.
public final class RelayMain {

    private RelayMain() {}

    public static void main(String[] args) {
        System.out.println("relay");
    }
}

package net.ratonet.relay.main;

import picocli.CommandLine;

/// Where the relay program starts.
public final class RelayMain {

    private RelayMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new RelayCommand()).execute(args));
    }
}

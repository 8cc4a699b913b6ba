package net.ratonet.lab.process;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;

/// Finds ports that nobody uses now. Somebody may take one before its program does; whoever starts
/// a program on one hears of that.
public final class Ports {

    private Ports() {}

    public static int freeUdp() throws IOException {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static int freeTcp() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

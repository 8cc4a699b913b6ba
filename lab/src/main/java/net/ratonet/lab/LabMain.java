package net.ratonet.lab;

/// Entry point.
public final class LabMain {

    private LabMain() {}

    public static void main(String[] args) {
        System.out.println("lab");
    }
}

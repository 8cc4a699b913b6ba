package net.ratonet.relay.scene;

/// How many letters must be typed, deleted or replaced to turn one word into another.
final class EditDistance {

    private EditDistance() {}

    static int between(String one, String other) {
        var above = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            above = nextRow(one.charAt(row - 1), row, other, above);
        }
        return above[other.length()];
    }

    private static int[] nextRow(char letter, int row, String other, int[] above) {
        var current = new int[above.length];
        current[0] = row;
        for (var column = 1; column < current.length; column++) {
            var replaced = above[column - 1] + (letter == other.charAt(column - 1) ? 0 : 1);
            var typed = Math.min(above[column], current[column - 1]) + 1;
            current[column] = Math.min(replaced, typed);
        }
        return current;
    }
}

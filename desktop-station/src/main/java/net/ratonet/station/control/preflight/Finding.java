package net.ratonet.station.control.preflight;

/// One thing that is wrong before a live.
///
/// @param code the same word for the same kind of trouble, for programs
/// @param what is wrong, as a sentence
/// @param remedy what a person can do about it, as a sentence
public record Finding(Gravity gravity, String code, String what, String remedy) {

    static Finding blocker(String code, String what, String remedy) {
        return new Finding(Gravity.BLOCKER, code, what, remedy);
    }

    static Finding warning(String code, String what, String remedy) {
        return new Finding(Gravity.WARNING, code, what, remedy);
    }

    @Override
    public String toString() {
        return what + " " + remedy;
    }
}

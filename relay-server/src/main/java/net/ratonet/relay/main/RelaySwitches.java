package net.ratonet.relay.main;

/// Which parts of the relay run; the command line can leave some out.
///
/// @param doors whether streams are taken in
/// @param outputs whether they go to platforms
/// @param obs whether OBS is switched
/// @param web whether pages, API and sockets are served
record RelaySwitches(boolean doors, boolean outputs, boolean obs, boolean web) {

    static final RelaySwitches ALL = new RelaySwitches(true, true, true, true);
}

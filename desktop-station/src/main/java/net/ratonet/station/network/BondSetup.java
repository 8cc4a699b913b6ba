package net.ratonet.station.network;

/// What one live is bonded with.
record BondSetup(BondTarget target, BondingConfig config, LinkBook book, BondBoard board) {}

/// `station setup`: asks a person what the station needs to know, tries all of it, and writes the
/// settings file.
@NullMarked
package net.ratonet.station.setup;

import org.jspecify.annotations.NullMarked;

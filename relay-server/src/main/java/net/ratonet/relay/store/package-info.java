/// What outlives the program: one SQLite file, its encryption key, and the SQL of every table.
/// Other packages own the interfaces that are implemented here.
@NullMarked
package net.ratonet.relay.store;

import org.jspecify.annotations.NullMarked;

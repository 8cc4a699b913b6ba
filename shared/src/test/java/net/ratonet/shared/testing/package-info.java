/// Test doubles and test worlds that every module shares.
@NullMarked
package net.ratonet.shared.testing;

import org.jspecify.annotations.NullMarked;

/** What a person's devices are told when their window opens, and what waits until then. */
package org.feierabend.push;

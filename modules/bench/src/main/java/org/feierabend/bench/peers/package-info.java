/** Other people's engines, each with the same small law, to be measured beside the table. */
package org.feierabend.bench.peers;

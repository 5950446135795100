/*
 * Minimum-cost flow by one of LEMON's algorithms, as its users would write it:
 *     peer_lemon ns|cap|cost FILE.min
 * prints pairs matched, their score, and the seconds of processor time for
 * reading and for solving.
 */
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>

#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using lemon::SmartDigraph;
typedef long long value;

static double seconds()
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

template <typename Algorithm>
static int solve(const char *path)
{
	SmartDigraph graph;
	SmartDigraph::ArcMap<value> lower(graph), capacity(graph), cost(graph);
	SmartDigraph::NodeMap<value> supply(graph);
	std::ifstream file(path);
	double start = seconds();

	lemon::readDimacsMin(file, graph, lower, capacity, cost, supply);
	double read = seconds();
	Algorithm algorithm(graph);
	algorithm.lowerMap(lower).upperMap(capacity).costMap(cost).supplyMap(supply);
	if (algorithm.run() != Algorithm::OPTIMAL) {
		std::fprintf(stderr, "%s: no optimum\n", path);
		return 1;
	}
	double solved = seconds();
	value matched = 0, score = 0;
	int sink = graph.nodeNum() - 1;
	for (SmartDigraph::ArcIt arc(graph); arc != lemon::INVALID; ++arc)
		if (algorithm.flow(arc) > 0 && graph.id(graph.target(arc)) != sink) {
			matched++;
			score -= cost[arc];
		}
	std::printf("\"matched\":%lld,\"score\":%lld,\"read\":%.6f,\"solve\":%.6f\n", matched, score, read - start,
		    solved - read);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 64;
	if (std::strcmp(argv[1], "ns") == 0)
		return solve<lemon::NetworkSimplex<SmartDigraph, value, value>>(argv[2]);
	if (std::strcmp(argv[1], "cap") == 0)
		return solve<lemon::CapacityScaling<SmartDigraph, value, value>>(argv[2]);
	return solve<lemon::CostScaling<SmartDigraph, value, value>>(argv[2]);
}
